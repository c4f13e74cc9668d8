import { useTranslation } from 'react-i18next'

/** Why an act was refused, above the form that asked for it. */
export function FaultNote({
  refused,
}: {
  refused?: { code: string | null; said?: Record<string, number> } | null
}) {
  const { t } = useTranslation('dispositifs')
  if (!refused?.code) return null
  return (
    <p className="notice bad" role="alert">
      {t(`faults.${refused.code}`, refused.said ?? {})}
    </p>
  )
}

/** What has just been done, said by the address. */
export function DoneNote({ done }: { done: string | null }) {
  const { t } = useTranslation('dispositifs')
  if (!done || !SAID.includes(done)) return null
  return (
    <p className="notice ok" role="status">
      {t(`jury.done.${done}`)}
    </p>
  )
}

const SAID = [
  'instructeur-ajoute',
  'instructeur-modifie',
  'instructeur-retire',
  'lecture-reglee',
  'instructeurs-choisis',
  'distribue',
  'remplace',
  'conflit-tranche',
  'dossier-confie',
  'dossier-repris',
  'lecture-finie',
  'expert-sollicite',
  'expert-annule',
  'reserve-notee',
  'liens-declares',
  'lien-apparu',
  'repris-entre-temps',
  'deporte',
  'rendu',
  'avis-garde',
  'avis-remis',
  'expertise-rendue',
  'jury-prevu',
  'jury-modifie',
  'ordre-rempli',
  'avis-note',
  'avis-rouvert',
  'pv-signe',
]
