import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { i18nFor } from '../i18n.server.ts'
import { INSIDE } from '../inside-words.ts'
import { TERMS } from '../ui/terms.ts'

export { insideWords as clientLoader } from '../inside-words.ts'
export const handle = INSIDE

export const loader = ({ context: { context } }: LoaderFunctionArgs) => ({
  title: i18nFor(context.locale).t('glossary:title'),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Glossary() {
  const { t, i18n } = useTranslation('glossary')
  const collator = new Intl.Collator(i18n.language)
  const terms = TERMS.map((key) => ({ key, short: t(`terms.${key}.short`) }))
  terms.sort((a, b) => collator.compare(a.short, b.short))
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <dl className="glossary">
        {terms.map(({ key, short }) => (
          <div key={key} id={key}>
            <dt>
              <strong>{short}</strong> {t(`terms.${key}.long`)}
            </dt>
            <dd>{t(`terms.${key}.text`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
