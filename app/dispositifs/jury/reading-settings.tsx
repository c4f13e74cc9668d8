import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'

/** How many read each file, until when, with or without names. */
export function ReadingSettings(props: {
  values: { readers: string; dueOn: string; anonymous: boolean }
  faults?: Record<string, string>
}) {
  const { values, faults = {} } = props
  const { t } = useTranslation('dispositifs')
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  return (
    <Form method="post" className="card stack">
      <h2>{t('jury.instruction.settings')}</h2>
      <div className="three">
        <Field name="readers" label={t('jury.field.readers')} fault={fault('readers')}>
          {(attributes) => (
            <input
              {...attributes}
              type="number"
              name="readers"
              min={1}
              max={10}
              defaultValue={values.readers}
            />
          )}
        </Field>
        <DateField
          name="dueOn"
          label={t('jury.field.dueOn')}
          value={values.dueOn}
          fault={fault('dueOn')}
          optional
        />
      </div>
      <label className="check">
        <input type="checkbox" name="anonymous" value="oui" defaultChecked={values.anonymous} />
        <span>{t('jury.field.anonymous')}</span>
      </label>
      <div className="row">
        <button className="btn" type="submit" name="intent" value="regler">
          {t('save')}
        </button>
      </div>
    </Form>
  )
}
