// The promise of the update log: what every store of Yjs updates must keep. Its suite is update-log.contract.ts.

/** An update on its way to disk. Rooms are named by room-name.ts. */
export type NewRecord = { readonly room: string; readonly update: Uint8Array };

/** A Yjs client id, and the user who was the first to write with it in an article. */
export type ClientOwner = {
  readonly article: string;
  readonly client: number;
  readonly user: string;
};

/** Owns the client ids that no user may write with: those of the server, and those that are retired. */
export const NOBODY = "";

/** What is committed together: updates, and the client ids that they are the first to use. */
export type Batch = {
  readonly records: readonly NewRecord[];
  readonly clients: readonly ClientOwner[];
};

/** A record as it was read back. `seq` counts from 1, without gaps, inside its room. */
export type StoredRecord = { readonly seq: number; readonly update: Uint8Array };

/** How many records a room has behind its snapshot, and how many bytes they are. */
export type Extent = { readonly records: number; readonly bytes: number };

/** All that a room held up to `seq`, as one update. */
export type Snapshot = { readonly room: string; readonly seq: number; readonly update: Uint8Array };

/**
 * A room that begins anew: one update, written by one client id, takes the place of all its records, and
 * the ids that wrote those belong to nobody any more.
 */
export type Renewal = {
  readonly room: string;
  readonly update: Uint8Array;
  readonly client: ClientOwner;
  readonly retired: readonly number[];
};

/** A place of the store is damaged: what stood there cannot be read. Thrown by whatever reads. */
export class Unreadable extends Error {}

/** Somebody else reads a file just now, a backup for instance: what was deleted may still be in it. */
export class BeingRead extends Error {}

export interface UpdateLog {
  /**
   * Appends a batch in one transaction, and returns the seq of each record, in order. It is there for
   * whoever reads, and on disk after the next sync. Throws when it could not be stored; then nothing
   * of the batch is stored.
   */
  append(batch: Batch): readonly number[];
  /** Resolves when everything appended so far is on disk; rejects when the disk reports an error. */
  sync(): Promise<void>;
  /** The same, and nobody has a turn meanwhile. Throws when the disk reports an error. */
  syncNow(): void;
  /**
   * The records of a room behind `after` (0: all), in order; a snapshot comes in the place of those
   * it stands for, with the seq of the last. What has a wrong checksum is set aside together with
   * all that follows it in its room, and reported through `onCut`.
   */
  read(room: string, after: number): readonly StoredRecord[];
  extent(room: string): Extent;
  /** The seq of a room's last record, whatever was compacted; 0 for a room that was never written. */
  last(room: string): number;
  /** The same of all rooms together. */
  tail(): Extent;
  /**
   * Puts a snapshot in the place of the records up to its seq, in one transaction, and destroys
   * them. `last` is the checksum of the record at that seq. Returns false, and does nothing, when
   * that is not the record which stands there any more.
   */
  compact(snapshot: Snapshot, last: number): boolean;
  /** Begins a room anew, in one transaction; its seq goes on. Throws when that could not be stored; then nothing has changed. */
  renew(renewal: Renewal): void;
  /** The same, and what was set aside of the room goes, too: nothing of before is in it any more. */
  erase(renewal: Renewal): void;
  /** Empties the write-ahead log. */
  tidy(): void;
  /**
   * Writes the store anew, so that no destroyed record is anywhere in it: when records move inside a
   * file, copies stay behind. Takes about as long as copying the file, in another
   * thread: the log can be read meanwhile, and whatever writes it does not return before that is over.
   * Rejects with BeingRead; it is to be tried again.
   */
  rewrite(): Promise<void>;
  /** The names of all rooms that begin with `prefix` and hold at least one record. */
  rooms(prefix: string): readonly string[];
  /** The client ids that are taken in an article, with their users. */
  clients(article: string): ReadonlyMap<number, string>;
  /** Forgets all rooms that begin with `prefix`. */
  remove(prefix: string): void;
  /** Throws when the store does not answer, or can still not be written after it could not. */
  check(): void;
  close(): void;
}

/** Told when a room lost its tail to a damaged record: the room, the first bad seq, how many records. */
export type OnCut = (cut: {
  readonly room: string;
  readonly seq: number;
  readonly records: number;
}) => void;
