type Translate = (key: string, params?: Record<string, unknown>) => string
type Known = { exists: (key: string) => boolean; t: Translate }

/** What a notice says; one whose words are not known any more still opens what it is about. */
export function sentenceOf(i18n: Known, kind: string, params: Record<string, unknown>): string {
  const key = `notifications:notice.${kind}`
  return i18n.exists(key)
    ? i18n.t(`notifications:notice.${kind}`, params)
    : i18n.t('notifications:notice.unknown')
}
