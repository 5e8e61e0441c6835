import { useEffect, useState } from 'preact/hooks';
import { isProblem, table } from '../net/api.ts';

/** The address that leads to a table from other devices: as the server says, until then as this page was opened. */
export function useJoinUrl(code: string): string {
  const [url, setUrl] = useState(`${location.origin}/j/${code}`);
  useEffect(() => {
    let wanted = true;
    void table(code).then((answer) => {
      if (wanted && !isProblem(answer)) setUrl(answer.joinUrl);
    });
    return () => {
      wanted = false;
    };
  }, [code]);
  return url;
}
