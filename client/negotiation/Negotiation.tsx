import { useEffect, useState } from 'preact/hooks';
import { Sheet } from '../components/Sheet.tsx';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { dealNews, talkNews } from './heard.ts';
import { negotiating } from './open.ts';

type Body = typeof import('./NegotiationSheet.tsx').NegotiationBody;

/** The sheet in which seats deal and talk. Its content is loaded when it is first opened, or a little after the page. */
export function Negotiation() {
  const { seat, view, session, code, events } = usePlay();
  const [body, setBody] = useState<{ readonly Body: Body } | 'loading' | 'failed'>('loading');
  const isOpen = negotiating.value !== null;
  const isLoaded = typeof body === 'object';
  useEffect(() => {
    if (isLoaded) return;
    const load = () =>
      void import('./NegotiationSheet.tsx').then(
        ({ NegotiationBody }) => setBody({ Body: NegotiationBody }),
        () => setBody('failed'),
      );
    if (isOpen) return load();
    const soon = setTimeout(load, 3000);
    return () => clearTimeout(soon);
  }, [isOpen, isLoaded]);
  useEffect(
    () => () => {
      negotiating.value = null;
    },
    [],
  );
  if (seat === null) return null;
  const count = dealNews(seat, view, events, code) + talkNews(seat, session.said.value, code);
  // Said aloud when it comes, since the button in the head only shows a number.
  if (!isOpen)
    return (
      <p class="hidden-visually" role="status">
        {count > 0 && tn('talk.new', count)}
      </p>
    );
  return (
    <Sheet
      title={t('talk.title')}
      name="talk"
      onClose={() => {
        negotiating.value = null;
      }}
    >
      {typeof body === 'object' ? (
        <body.Body seat={seat} />
      ) : (
        <p role="status">{body === 'failed' ? t('loading.failed') : <span class="dots">{t('loading')}</span>}</p>
      )}
    </Sheet>
  );
}
