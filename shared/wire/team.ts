import type { Choice } from '../match/state.ts';
import type { TeamMember, TeamView } from '../team.ts';
import type { Brief } from '../view/brief.ts';
import { packerOf } from './words.ts';

/** What everybody is shown of one who sits on a seat. */
type Member = Pick<TeamMember, 'id' | 'nickname' | 'connected'>;
type PackedMember = readonly [ready: boolean, fresh: boolean, extra: number];
type PackedPlan = readonly [by: number, choice: Choice, proposed: boolean, votes: readonly number[]];
type Packed = readonly [replaced: boolean, captain: number, members: readonly PackedMember[], plans: readonly PackedPlan[]];

/** What a team knows beyond what everybody is shown of its members, who are named by their places in `shown`. */
export function packTeam(brief: Brief, shown: readonly string[], { members, captain, plans, replaced }: TeamView): string {
  const placeOf = (id: string): number => shown.indexOf(id);
  const known = new Map(members.map((member) => [member.id, member]));
  const packed: Packed = [
    replaced,
    captain === null ? -1 : placeOf(captain),
    shown.map((id) => {
      const { ready = false, fresh = false, extra = 0 } = known.get(id) ?? {};
      return [ready, fresh, extra];
    }),
    plans.map(({ by, choice, proposed, votes }) => [placeOf(by), choice, proposed, votes.map(placeOf)]),
  ];
  return packerOf(brief).pack(packed);
}

/** A team as it was before it was packed; `shown` are its members as everybody is shown them, in the same order. Throws `Unreadable`. */
export function unpackTeam(brief: Brief, shown: readonly Member[], text: string): TeamView {
  const [replaced, captain, members, plans] = packerOf(brief).unpack(text) as Packed;
  const idAt = (place: number): string => shown[place]?.id ?? '';
  return {
    members: shown.map(({ id, nickname, connected }, place) => {
      const [ready, fresh, extra] = members[place] ?? [false, false, 0];
      return { id, nickname, connected, ready, fresh, extra };
    }),
    captain: shown[captain]?.id ?? null,
    plans: plans.map(([by, choice, proposed, votes]) => ({ by: idAt(by), choice, proposed, votes: votes.map(idAt) })),
    replaced,
  };
}
