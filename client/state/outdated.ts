const KEY = 'chokepoint.loaded-again-for';

/** Loads the page again, once for each version of the server: should the old page come back, the person reads what to do. */
export function loadAgain(version: string): void {
  try {
    if (sessionStorage.getItem(KEY) === version) return;
    sessionStorage.setItem(KEY, version);
  } catch {
    // Without storage it could not be told whether that has been tried.
    return;
  }
  location.reload();
}
