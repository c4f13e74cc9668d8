import type { ReactElement } from 'react'
import type { Locale } from '#server/kernel/context.ts'

/** In whose name a mail is written; the product's own for what concerns an account alone. */
export type Letterhead = { name: string; brand: string; origin: string }

/**
 * One kind of mail, declared by its capability and listed in server/mails.ts. What it needs travels
 * as JSON; its words are the reader's. `body` gives what is between the heading and the foot: the
 * layout (layout.tsx) puts the network's name and colour around it.
 */
export type Mail<Props extends object> = {
  name: string
  subject: (props: Props, locale: Locale) => string
  body: (given: { props: Props; locale: Locale; letterhead: Letterhead }) => ReactElement
  /** Where one stops receiving this kind: only for what is sent regularly. */
  unsubscribe?: (props: Props) => string
}
