import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

type Props = { keeper: string | null; team: { id: string; name: string }[] }

/** Who of the team looks after it; who left the team still shows, until somebody takes over. */
export function KeeperCard({ keeper, team }: Props) {
  const { t } = useTranslation('crm')
  const gone = keeper && !team.some(({ id }) => id === keeper)
  return (
    <Form method="post" className="card stack" id="suivi" preventScrollReset>
      <input type="hidden" name="intent" value="suivre" />
      <Field label={t('keeper.label')} hint={gone ? t('keeper.gone') : undefined}>
        {(attributes) => (
          <select {...attributes} key={keeper} name="suivi" defaultValue={gone ? '' : (keeper ?? '')}>
            <option value="">{t('keeper.nobody')}</option>
            {team.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button className="btn sm" type="submit">
        {t('keeper.save')}
      </button>
    </Form>
  )
}
