import { useEffect, useState } from 'preact/hooks';
import type { ScriptLine } from '../../../shared/view/brief.ts';
import { script as askForScript, isProblem } from '../../net/api.ts';
import { browserKeyring } from '../../net/keyring.ts';

/** The scenario's script for the host of a class; empty until it is known, and where there is none. */
export function useScript(code: string): readonly ScriptLine[] {
  const [script, setScript] = useState<readonly ScriptLine[]>([]);
  useEffect(() => {
    let wanted = true;
    const hostSecret = browserKeyring.get('host', code);
    if (hostSecret !== null) {
      void askForScript(code, hostSecret).then((answer) => {
        if (wanted && !isProblem(answer)) setScript(answer.script);
      });
    }
    return () => {
      wanted = false;
    };
  }, [code]);
  return script;
}
