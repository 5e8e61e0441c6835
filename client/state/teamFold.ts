import { useRef, useState } from 'preact/hooks';
import { type Team, unbacked } from './team.ts';

/** The line that opens a team's plans. */
export interface TeamFold {
  readonly open: boolean;
  /** How many proposals of teammates I neither back nor have looked at. */
  readonly waiting: number;
  /** How often the reader was led there: the focus goes along. */
  readonly led: number;
  readonly turn: (open: boolean) => void;
  /** Opens it, and leads there. */
  readonly lead: () => void;
  /** Notes that I have chosen among all that is proposed now. */
  readonly noteSeen: () => void;
}

/** The fold of one phase: closed on a phone, where the choices need the room. */
export function useTeamFold(team: Team | null, narrow: boolean): TeamFold {
  const [turned, setTurned] = useState<boolean | null>(null);
  const [led, setLed] = useState(0);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const proposals = team === null ? [] : unbacked(team);
  const noteSeen = () => {
    seen.current = new Set([...seen.current, ...proposals]);
  };
  return {
    open: turned ?? !narrow,
    waiting: proposals.filter((proposal) => !seen.current.has(proposal)).length,
    led,
    turn: (open) => {
      if (open) noteSeen();
      setTurned(open);
    },
    lead: () => {
      noteSeen();
      setTurned(true);
      setLed(led + 1);
    },
    noteSeen,
  };
}
