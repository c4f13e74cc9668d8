import { moments } from '#packages/referentials/dates.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import type { WorkLine } from '#server/kernel/work/find-works.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'

/** A code without its sentence is told as a fault of ours. */
export function whyOf(code: string | null, locale: Locale) {
  if (!code) return null
  const { t } = i18nFor(locale)
  const name = code.replaceAll('.', '_')
  return t(`kernel:work.why.${name}`, { defaultValue: t('kernel:work.why.kernel_fault') })
}

export function kindOf(kind: string, locale: Locale) {
  const name = kind.replaceAll('.', '_')
  return i18nFor(locale).t(`kernel:work.kind.${name}`, { defaultValue: kind })
}

/** Works done step by step: given up, what is already done stays, and is undone where it is listed. */
const STEPS_AT: Record<string, 'lots' | 'imports'> = {
  'crm.bulk': 'lots',
  'crm.undo_batch': 'lots',
  'crm.write_import': 'imports',
}

/** Works that are a step of a page: once done, whoever watched is back there. */
const BACK_TO: Record<string, 'session'> = { 'dispositifs.distribute': 'session' }

export function workView(work: WorkLine, network: KnownNetwork, locale: Locale) {
  const date = moments(locale, network.timeZone)
  const { fileId, path } = work.result
  return {
    id: work.id,
    kind: kindOf(work.kind, locale),
    stepsAt: STEPS_AT[work.kind] ?? null,
    backTo: BACK_TO[work.kind] ?? null,
    state: work.state,
    done: work.done,
    total: work.total,
    why: whyOf(work.errorCode, locale),
    on: date.format(new Date(work.createdAt)),
    isFile: Boolean(fileId),
    result: fileId ? `/${network.slug}/fichiers/${fileId}` : (path ?? null),
    counts: Object.values(work.result.counts ?? {})[0] ?? null,
  }
}

export type ShownWork = ReturnType<typeof workView>
