import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

type Options = {
  lists: string
  names: string
  source: string
  kind: string
  kinds: { key: string; label: string }[]
}

export function MatchingOptions({ page }: { page: Options }) {
  const { t } = useTranslation('crm')
  return (
    <section className="card stack narrow">
      <h2>{t('imports.options')}</h2>
      <p className="small muted">{t('imports.emptyCells')}</p>
      <Field label={t('imports.lists')} hint={t('imports.listsHint')}>
        {(attributes) => (
          <select {...attributes} name="listes" defaultValue={page.lists}>
            <option value="add">{t('imports.listsAdd')}</option>
            <option value="replace">{t('imports.listsReplace')}</option>
          </select>
        )}
      </Field>
      <Field label={t('imports.names')} hint={t('imports.namesHint')}>
        {(attributes) => (
          <select {...attributes} name="noms" defaultValue={page.names}>
            <option value="keep">{t('imports.namesKeep')}</option>
            <option value="replace">{t('imports.namesTake')}</option>
          </select>
        )}
      </Field>
      <Field label={t('imports.kindOtherwise')} hint={t('imports.kindOtherwiseHint')}>
        {(attributes) => (
          <select {...attributes} name="type" defaultValue={page.kind}>
            <option value="">{t('imports.kindNone')}</option>
            {page.kinds.map((kind) => (
              <option key={kind.key} value={kind.key}>
                {kind.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('imports.source')} hint={t('imports.sourceHint')} optional>
        {(attributes) => (
          <input {...attributes} name="source" defaultValue={page.source} maxLength={60} autoComplete="off" />
        )}
      </Field>
      <Field label={t('imports.keepAs')} hint={t('imports.keepAsHint')} optional>
        {(attributes) => <input {...attributes} name="nom" maxLength={80} autoComplete="off" />}
      </Field>
    </section>
  )
}
