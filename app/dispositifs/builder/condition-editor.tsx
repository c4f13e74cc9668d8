import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

const TESTS = ['equals', 'filled', 'at_least'] as const

/** « Afficher si », on a field that stands earlier. */
export function ConditionEditor(props: {
  earlier: { key: string; label: string }[]
  typed: Record<string, string>
  fault: string | undefined
}) {
  const { earlier, typed, fault } = props
  const { t } = useTranslation('dispositifs')
  if (earlier.length === 0) return null
  return (
    <fieldset className="stack">
      <legend>{t('papers.builder.condition')}</legend>
      <div className="three">
        <Field name="condition_field" label={t('papers.builder.condition_field')}>
          {(attributes) => (
            <select {...attributes} name="condition_field" defaultValue={typed.condition_field}>
              <option value="">{t('papers.builder.always')}</option>
              {earlier.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="condition_is" label={t('papers.builder.condition_is')}>
          {(attributes) => (
            <select {...attributes} name="condition_is" defaultValue={typed.condition_is}>
              {TESTS.map((one) => (
                <option key={one} value={one}>
                  {t(`papers.builder.test.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="condition_value"
          label={t('papers.builder.condition_value')}
          hint={t('papers.builder.conditionHint')}
          fault={fault}
        >
          {(attributes) => (
            <input
              {...attributes}
              name="condition_value"
              defaultValue={typed.condition_value}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
    </fieldset>
  )
}
