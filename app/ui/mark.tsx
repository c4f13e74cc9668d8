/** A network's initials on its colour: the logo we draw, until it gives its own. */
export function Mark({ initials }: { initials: string }) {
  return (
    <span className="mark" aria-hidden="true">
      {initials}
    </span>
  )
}
