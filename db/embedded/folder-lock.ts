import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { identityOf } from './process-identity.ts'

export type FolderLock = { markStopping: () => void; release: () => void }
type Holder = { pid: number; identity: string; stopping: boolean }

/** What a start being stopped may still take to end: a little more than its own patience. */
const PATIENCE_MS = 30_000

/**
 * One running Maillage a data folder: two would share one embedded database, and the first to stop
 * would take it from the other. A lock whose process is gone is void, whoever has its number now;
 * one whose process is stopping is waited for.
 */
export async function lockFolder(dataDir: string, onWait: () => void = () => {}): Promise<FolderLock> {
  const path = join(dataDir, 'maillage.pid')
  const mine: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? '', stopping: false }
  const began = Date.now()
  let waiting = false
  while (!create(path, JSON.stringify(mine))) {
    let holder = readHolder(path)
    if (!holder) {
      await pause() // it may be being written
      holder = readHolder(path)
    }
    if (!holder || identityOf(holder.pid) !== holder.identity) forget(path, holder)
    else if (!holder.stopping || Date.now() - began > PATIENCE_MS) {
      throw new DatabaseError(
        `Maillage already runs on the data of ${dataDir} (process ${holder.pid}): stop it, or start on another folder (DATA_DIR=.data-2 npm start).`,
      )
    } else {
      if (!waiting) onWait()
      waiting = true
      await pause()
    }
  }
  const isMine = () => readHolder(path)?.identity === mine.identity
  return {
    markStopping: () => {
      try {
        if (isMine()) writeFileSync(path, JSON.stringify({ ...mine, stopping: true }))
      } catch {} // a full disk: the next start will say to stop us, which is being done
    },
    release: () => {
      if (isMine()) rmSync(path, { force: true })
    },
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Null when it cannot be understood: its process died, or the disk filled, while it was written. */
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Takes a void lock away, and only that one: a start that was quicker may have put its own in between. */
function forget(path: string, judged: Holder | null) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const taken = readHolder(aside)
  if (taken && taken.identity !== judged?.identity) create(path, JSON.stringify(taken))
  rmSync(aside, { force: true })
}
