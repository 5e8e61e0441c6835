import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

/** Makes a checkpoint of a SQLite file whenever it is told to, beside the connection that writes, and answers when it is done. */
const file = new Sqlite(workerData as string);

parentPort?.on('message', () => {
  try {
    file.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // The disk may be full: then whoever writes is told. What was not carried over is carried next time.
  }
  parentPort?.postMessage(null);
});
