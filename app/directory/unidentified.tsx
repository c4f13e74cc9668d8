import type { UnidentifiedNote } from './unidentified.server.ts'

/** Beside a national total; its reason opens where it stands. */
export function Unidentified({ note }: { note: UnidentifiedNote | null }) {
  if (!note) return null
  return (
    <details className="small muted unidentified">
      <summary>{note.said}</summary>
      <p>{note.why}</p>
    </details>
  )
}
