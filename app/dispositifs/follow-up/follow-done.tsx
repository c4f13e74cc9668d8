import { useTranslation } from 'react-i18next'
import { useDone } from '../../ui/use-done.ts'

const SAID = [
  'decide',
  'prevu',
  'annule',
  'etape',
  'repris',
  'echeance',
  'echeances',
  'solde',
  'lettre',
  'lettres',
  'projet',
  'laureats-publies',
  'laureats-retires',
  'agreee',
  'agrement-arrete',
  'invitee',
  'validee',
  'renvoyee',
  'lettre-ecrite',
  'lettre-remise',
  'decisions-ecrites',
  'action-ecrite',
  'action-retiree',
]

/** What has just been done after a decision, said by the address. */
export function FollowDone() {
  const { t } = useTranslation('dispositifs')
  const done = useDone()
  if (!done || !SAID.includes(done)) return null
  return (
    <p className="notice ok" role="status">
      {t(`follow.done.${done}`)}
    </p>
  )
}
