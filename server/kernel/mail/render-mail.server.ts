import { render, toPlainText } from '@react-email/components'
import { createElement } from 'react'
import type { Locale } from '#server/kernel/context.ts'
import { nameOf, networkById } from '#server/kernel/networks.ts'
import { MailLayout } from './layout.tsx'
import type { Letterhead } from './mail.ts'
import { postOffice } from './post-office.server.ts'

export type StoredMail = {
  networkId: number | null
  locale: Locale
  template: string
  props: Record<string, unknown>
}
export type RenderedMail = {
  subject: string
  html: string
  text: string
  senderName: string
  unsubscribe: string | undefined
}

const PRODUCT = 'Maillage'
const PRODUCT_COLOUR = '#0b4f6c'

/** A mail as its reader gets it: in their language, under their network's colours, with a text part. */
export async function renderMail(mail: StoredMail): Promise<RenderedMail> {
  const { mails, origin, originOf, demo } = postOffice()
  const kind = mails.find(({ name }) => name === mail.template)
  if (!kind) throw new Error(`no mail ${mail.template}: is it listed in server/mails.ts?`)
  const { locale, props } = mail
  const network = mail.networkId === null ? undefined : networkById(mail.networkId)
  const letterhead: Letterhead = {
    name: network ? nameOf(network) : PRODUCT,
    brand: network?.brand.brand ?? PRODUCT_COLOUR,
    origin: network ? await originOf(network.id) : origin,
  }
  const subject = oneLine(kind.subject(props, locale))
  const unsubscribe = kind.unsubscribe?.(props)
  const body = createElement(kind.body, { props, locale, letterhead })
  const frame = {
    locale,
    letterhead,
    subject,
    demo,
    ofNetwork: network !== undefined,
    unsubscribe,
    children: body,
  }
  const html = await render(createElement(MailLayout, frame))
  const text = toPlainText(html, {
    wordwrap: 78,
    selectors: [
      { selector: 'h1', options: { uppercase: false } },
      { selector: '[data-skip-in-text=true]', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ],
  })
  return { subject, html, text, senderName: oneLine(letterhead.name), unsubscribe }
}

/** What goes into a header holds one line: a name with a line break would add headers of its own. */
export const oneLine = (value: string) =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the threat
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 200)
