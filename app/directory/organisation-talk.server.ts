import type { ListingPage } from '#server/directory/organisation/get-listing.server.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { i18nFor } from '../i18n.server.ts'

/** When a page was last said to be right, and how to speak of it: words that public pages need not carry. */
export function talkOf({ verifiedAt, contactable }: ListingPage, { locale, network }: NetworkContext) {
  const { t } = i18nFor(locale)
  const month = new Intl.DateTimeFormat(locale, {
    timeZone: network.timeZone,
    month: 'long',
    year: 'numeric',
  })
  return {
    verified: verifiedAt ? t('space:public.verified', { month: month.format(new Date(verifiedAt)) }) : null,
    contacts: [
      ...(contactable ? [{ to: 'message', label: t('space:public.message') }] : []),
      { to: 'correction', label: t('space:public.correction') },
    ],
  }
}
