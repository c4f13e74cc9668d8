import type { KnownNetwork } from '#server/kernel/networks.ts'
import type { WorkLine } from '#server/kernel/work/find-works.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'

/** A code without its sentence is told as a fault of ours. */
export const whyOf = (code: string | null, locale: Locale) => {
  if (!code) return null
  const key = `kernel:work.why.${code.replaceAll('.', '_')}`
  const { t, exists } = i18nFor(locale)
  return exists(key) ? t(key) : t('kernel:work.why.kernel_fault')
}

export const kindOf = (kind: string, locale: Locale) => {
  const key = `kernel:work.kind.${kind.replaceAll('.', '_')}`
  return i18nFor(locale).exists(key) ? i18nFor(locale).t(key) : kind
}

export function workView(work: WorkLine, network: KnownNetwork, locale: Locale) {
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: network.timeZone,
  })
  const { fileId, path } = work.result
  return {
    id: work.id,
    kind: kindOf(work.kind, locale),
    state: work.state,
    done: work.done,
    total: work.total,
    why: whyOf(work.errorCode, locale),
    on: date.format(new Date(work.createdAt)),
    result: fileId ? `/${network.slug}/fichiers/${fileId}` : (path ?? null),
    counts: Object.values(work.result.counts ?? {})[0] ?? null,
  }
}

export type ShownWork = ReturnType<typeof workView>
