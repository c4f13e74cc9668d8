import { createTransport, type Transporter } from 'nodemailer'
import { log } from '#server/kernel/log.ts'
import type { Settings } from '#server/kernel/settings.ts'
import type { Mail } from './mail.ts'

// biome-ignore lint/suspicious/noExplicitAny: each mail has its own properties
type AnyMail = Mail<any>

type PostOffice = {
  mails: AnyMail[]
  origin: string
  /** Where a network's own pages are: its own address when it has one. */
  originOf: (networkId: number) => Promise<string>
  demo: boolean
  /** Null where no mail server is known. */
  transport: Transporter | null
  from: string
  replyTo: string | undefined
}

let office: PostOffice | undefined

type Given = {
  mails: AnyMail[]
  origin: string
  originOf?: PostOffice['originOf']
  demo: boolean
  mail: Partial<Settings['mail']>
}

/** Said once at start: with which server mails leave, and in whose name. */
export function configureMail({ mails, origin, originOf = async () => origin, demo, mail }: Given) {
  office?.transport?.close()
  const { hostname } = new URL(origin)
  const transport = mail.smtpUrl
    ? createTransport(mail.smtpUrl, { disableFileAccess: true, disableUrlAccess: true })
    : null
  office = {
    mails,
    origin,
    originOf,
    demo,
    transport,
    from: mail.from ?? `ne-pas-repondre@${hostname}`,
    replyTo: mail.replyTo,
  }
  if (!transport && !demo) {
    log.warn('SMTP_URL is not set: mails are kept waiting and nobody receives them')
  }
}

export function postOffice(): PostOffice {
  if (!office) throw new Error('Mail is not configured')
  return office
}

export function closePostOffice() {
  office?.transport?.close()
  office = undefined
}
