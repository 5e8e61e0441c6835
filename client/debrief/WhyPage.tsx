import { Crest } from '../components/Crest.tsx';
import { Predictions } from '../components/Predictions.tsx';
import { TableScroll } from '../components/TableScroll.tsx';
import { WhyButton } from '../components/WhyButton.tsx';
import { levelOf, tenths, whole } from '../state/figures.ts';
import { goalOwner, onMeter } from '../state/goals.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { roundsOfStandIns, roundsText } from '../state/standIns.ts';
import { t, tn } from '../state/texts.ts';
import { PublicLedger } from './Endings.tsx';
import { type ScoreSum, sumOf } from './outcome.ts';
import { Promises } from './Promises.tsx';

/** Why it came out so: each seat on its own goals, every figure with its chain; the public ledger beside them. */
export function WhyPage() {
  const { brief, seat, events } = usePlay();
  const seats = brief.seats.toSorted((a, b) => Number(b.id === seat) - Number(a.id === seat));
  const guessed = events.some((event) => event.type === 'predicted');
  return (
    <div class="stack loose">
      <p>{t('score.text')}</p>
      <PublicLedger />
      {seats.map((entry) => (
        <SeatScore key={entry.id} seat={entry.id} open={entry.id === seat} />
      ))}
      {guessed && (
        <section class="stack" aria-labelledby="guesses-title">
          <h2 id="guesses-title">{t('guess.title')}</h2>
          <Predictions events={events} />
        </section>
      )}
      <Promises />
    </div>
  );
}

function SeatScore({ seat, open }: { seat: string; open: boolean }) {
  const { brief, view } = usePlay();
  const entry = brief.seats.find((one) => one.id === seat);
  const outcome = view.outcome?.seats[seat];
  if (entry === undefined || outcome === undefined) return null;
  const sum = sumOf(outcome);
  return (
    <details class={`sheet role-${entry.role}`} open={open} data-testid={`score-${seat}`}>
      <summary>
        <span class="row">
          <Crest role={entry.role} />
          <span class="score-name">{entry.name}</span>{' '}
          <span class="score-of">
            <span class="score-figure">{whole(outcome.score)}</span>{' '}
            <span class="soft small">
              {t('score.of')}: {t(levelOf(outcome.score))}
            </span>
          </span>
        </span>
      </summary>
      <div class="stack">
        <p class="small soft">{entry.goal}</p>
        <Goals seat={seat} sum={sum} />
        <Sum of={sum} />
        {outcome.redLines.map((line) => (
          <p key={line.id} class="problem">
            {brief.redLines[line.id] ?? line.id} {t('score.cap', { cap: line.cap })}
          </p>
        ))}
        {outcome.card !== null && (
          <p>
            <strong>
              {outcome.card.met ? '✓' : '✗'} {t(outcome.card.met ? 'score.card.met' : 'score.card.missed', { n: outcome.card.points })}
            </strong>{' '}
            {view.texts.cards[outcome.card.id]?.title}. {view.texts.cards[outcome.card.id]?.text}
          </p>
        )}
        <ProcessCheck seat={seat} />
      </div>
    </details>
  );
}

/** How the goals, the secret aim and the red lines make the score, line by line. */
function Sum({ of: { added, uneven, aim, cut, score } }: { of: ScoreSum }) {
  const steps = (
    [
      ['uneven', uneven],
      ['aim', aim],
      ['cut', cut],
    ] as const
  ).filter(([, value]) => value !== 0);
  return (
    <dl class="score-sum">
      <div>
        <dt>{t('score.sum.added')}</dt>
        <dd>{tenths(added)}</dd>
      </div>
      {steps.map(([id, value]) => (
        <div key={id}>
          <dt>{t(`score.sum.${id}`)}</dt>
          <dd>{`${value > 0 ? '+' : ''}${tenths(value)}`}</dd>
        </div>
      ))}
      <div>
        <dt>{t('score.sum.score')}</dt>
        <dd>{tenths(score)}</dd>
      </div>
    </dl>
  );
}

function Goals({ seat, sum }: { seat: string; sum: ScoreSum }) {
  const { brief, view } = usePlay();
  return (
    <TableScroll label={t('score.goals')}>
      <table class="small">
        <caption class="hidden-visually">{t('score.goals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('score.goal')}</th>
            <th scope="col">{t('score.weight')}</th>
            <th scope="col">{t('score.value')}</th>
            <th scope="col">{t('score.makes')}</th>
          </tr>
        </thead>
        <tbody>
          {view.outcome?.seats[seat]?.goals.map((goal, at) => {
            const owner = goalOwner(brief, seat, goal.of);
            const name = brief.meters[goal.meter]?.name ?? goal.meter;
            return (
              <tr key={`${goal.meter} ${goal.of}`}>
                <th scope="row">
                  {name}
                  {owner !== null && owner !== seat ? ` (${brief.seats.find((entry) => entry.id === owner)?.name})` : ''}{' '}
                  <WhyButton what={name} question={{ kind: 'meter', seat: owner, meter: goal.meter }} />
                </th>
                <td>{goal.weight} %</td>
                <td>
                  {whole(onMeter(brief, goal.meter, goal.value))}
                  {brief.meters[goal.meter]?.good === 'low' && <span class="small soft"> {t('score.low', { n: whole(goal.value) })}</span>}
                </td>
                <td>{tenths(sum.goals[at] ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function ProcessCheck({ seat }: { seat: string }) {
  const { brief, view, events, seat: own } = usePlay();
  const byBot = roundsOfStandIns(events, seat);
  const process = view.outcome?.seats[seat]?.process ?? [];
  if (process.length === 0) return null;
  return (
    <section class="stack tight">
      <h3>{t('process.title')}</h3>
      <p class="small soft">{t('process.help')}</p>
      <p class="small">
        <strong>
          {t(seat === own ? 'process.sum' : 'process.sum.other', {
            n: process.filter(({ done }) => done).length,
            of: process.length,
            name: seatName(brief, seat),
          })}
        </strong>
      </p>
      {byBot.length > 0 && (
        <p class="small">{tn(seat === own ? 'process.bot.own' : 'process.bot', byBot.length, { rounds: roundsText(byBot) })}</p>
      )}
      <ul class="stack tight">
        {process.map((check) => (
          <li key={check.id} class="small">
            <strong>{check.done ? `✓ ${t('process.done')}` : `✗ ${t('process.not')}`}</strong> {brief.checks[check.id] ?? check.id}
          </li>
        ))}
      </ul>
    </section>
  );
}
