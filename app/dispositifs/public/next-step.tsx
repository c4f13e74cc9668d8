import { Link } from '@remix-run/react'
import type { DispositifView } from './dispositif-view.server.ts'

/** Who to ask; without anybody named, the network's team. */
export function Contact(props: { contact: DispositifView['contact']; team: string; noContact: string }) {
  const { contact, team, noContact } = props
  if (contact.length === 0)
    return (
      <p>
        <Link to={team}>{noContact}</Link>
      </p>
    )
  return (
    <p className="said">
      {contact.map(({ at, text, email }) =>
        email ? (
          <a key={at} href={`mailto:${text}`}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  )
}

/** Where a file is deposited. */
export function Deposit({ deposit }: { deposit: DispositifView['deposit'] }) {
  const { text, link } = deposit
  return (
    <>
      <p>{text}</p>
      {link ? (
        <p>
          <a href={link.href} rel="noopener noreferrer">
            {link.label}
          </a>{' '}
          <span className="small muted">{link.note}</span>
        </p>
      ) : null}
    </>
  )
}
