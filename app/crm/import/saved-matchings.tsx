import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

type Saved = { saved: { id: string; name: string }[]; chosen: string; home: string }

/** A matching kept under a name, taken up on this file, or carried off as a small file. */
export function SavedMatchings({ saved, chosen, home }: Saved) {
  const { t } = useTranslation('crm')
  return (
    <Form method="get" className="row">
      <Field label={t('imports.saved')}>
        {(attributes) => (
          <select {...attributes} name="correspondance" defaultValue={chosen}>
            <option value="">{t('imports.savedNone')}</option>
            {saved.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button className="btn" type="submit">
        {t('imports.take')}
      </button>
      {chosen ? (
        <a className="btn quiet" href={`${home.replace(/[^/]+$/, '')}correspondances/${chosen}`}>
          {t('imports.takeAway')}
        </a>
      ) : null}
    </Form>
  )
}
