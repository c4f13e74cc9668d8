import { useTranslation } from 'react-i18next'

export type Source = { source: string; url: string | null }

/** Where a rule comes from, with the way to it. */
export function RuleSource({ source, url }: Source) {
  return url ? (
    <a href={url} rel="noreferrer">
      {source}
    </a>
  ) : (
    source
  )
}

/** The one text that all these rules come from, if there is one: it is then told once, under them. */
export const onlySource = (rules: Source[]): Source | null => {
  const [first, ...others] = rules
  if (!first || others.length === 0) return null
  return others.every(({ source, url }) => source === first.source && url === first.url) ? first : null
}

export function OnlySource({ of }: { of: Source | null }) {
  const { t } = useTranslation('dispositifs')
  if (!of) return null
  return (
    <p className="muted small">
      {t('rules.source')} <RuleSource source={of.source} url={of.url} />
    </p>
  )
}
