import { expect, test } from 'vitest';
import { comeback, comebackText } from '../../client/state/comeback.ts';
import { PUBLIC, seatViewer } from '../builders.ts';
import { aMatchOfPacts } from '../fixtures/pacts.ts';

/** A demand to Alpha that was answered in round 2 in such a way; the match stands in the next agenda. */
function answered(answer: string) {
  const match = aMatchOfPacts(2, 'agenda', (data) => {
    data.desk = { draw: 2 };
  });
  match.chooses('regulator', 'order scam@alpha').next();
  const [first] = match.state.demands;
  const before = match.read(seatViewer('alpha'));
  match.chooses('alpha', `${answer} ${first?.id}`).next();
  while (match.state.round === 2) match.next();
  const [demand] = match.state.demands;
  if (first === undefined || demand === undefined) throw new Error('There is no demand.');
  return { match, first, demand, before };
}

test.each(['refuse', 'stall'])('a demand that got “%s” says in the next round that this is why it is back', (answer) => {
  const { match, demand } = answered(answer);
  expect(demand.status).toBe('live');
  const event = comeback(match.read(seatViewer('alpha')), demand, 3);
  expect(event).toMatchObject({ type: 'demandAnswered', round: 2, answer });
  expect(event && comebackText(event)).toBe(`demand.again.${answer}`);
});

test('a demand that is sent again says what became of the first', () => {
  const { match } = answered('refuse');
  while (match.state.demands.some(({ status }) => status === 'live')) match.next();
  const [first] = match.state.demands;
  if (first === undefined) throw new Error('There is no demand.');
  const event = comeback(match.read(seatViewer('alpha')), { ...first, id: 'again', status: 'live' }, 5);
  expect(event && comebackText(event)).toBe('demand.again.sent.refused');
});

test('a demand in its first round has not come back', () => {
  const { match, first, before } = answered('refuse');
  expect(comeback(before, first, 2)).toBeNull();
  expect(comeback(match.read(PUBLIC), first, 2)).toBeNull();
});

test('a demand that was obeyed waits for nothing', () => {
  const { match, demand } = answered('comply');
  expect(comeback(match.read(seatViewer('alpha')), demand, 3)).toBeNull();
});
