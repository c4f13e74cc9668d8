export type Entries = [string, string][]
export type Kept = { at: string; entries: Entries }

const keyOf = (id: string) => `dossier ${id}`

/** What was typed and the server did not say it has, kept by this browser alone; one may refuse to keep anything. */
export function keepHere(id: string, entries: Entries) {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify({ at: new Date().toISOString(), entries } satisfies Kept))
  } catch {
    // Nothing can be kept here.
  }
}

export function forgetHere(id: string) {
  try {
    localStorage.removeItem(keyOf(id))
  } catch {
    // Nothing was kept here.
  }
}

export function keptHere(id: string): Kept | null {
  try {
    const found = localStorage.getItem(keyOf(id))
    return found ? (JSON.parse(found) as Kept) : null
  } catch {
    return null
  }
}

/** What a form would send, file fields left out. */
export const entriesOf = (form: HTMLFormElement): Entries =>
  [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
