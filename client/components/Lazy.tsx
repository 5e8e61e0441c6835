import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../state/texts.ts';

interface Props<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
}

/** Shows a part that is loaded when it is needed; says so while it loads, and offers another try if it fails. */
export function Lazy<P extends object>({ load, props }: Props<P>) {
  const [part, setPart] = useState<{ readonly Part: ComponentType<P> } | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let wanted = true;
    load().then(
      (Part) => {
        if (wanted) setPart({ Part });
      },
      () => {
        if (wanted) setPart('failed');
      },
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (part === 'loading')
    return (
      <main class="entry narrow" data-screen="loading">
        <p role="status">
          <span class="dots">{t('loading')}</span>
        </p>
      </main>
    );
  if (part === 'failed') {
    return (
      <main class="entry narrow" data-screen="loading">
        <p role="alert">{t('loading.failed')}</p>
        <p>
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {t('again')}
          </button>
        </p>
      </main>
    );
  }
  const { Part } = part;
  return <Part {...props} />;
}
