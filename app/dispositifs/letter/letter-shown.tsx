/** A letter as its reader will have it: its subject, then its paragraphs. */
export function LetterShown({ subject, body }: { subject: string; body: string }) {
  return (
    <div className="card stack">
      <p>
        <strong>{subject}</strong>
      </p>
      {body.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="as-typed">
          {paragraph}
        </p>
      ))}
    </div>
  )
}
