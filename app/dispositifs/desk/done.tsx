import { useTranslation } from 'react-i18next'
import { useDone } from '../../ui/use-done.ts'

const SAID = [
  'dispositif-cree',
  'dispositif-modifie',
  'dispositif-archive',
  'dispositif-repris',
  'dispositif-publie',
  'dispositif-retire',
  'session-publiee',
  'session-retiree',
  'session-ouverte',
  'session-modifiee',
  'dossier-saisi',
  'dossier-modifie',
  'dossier-avance',
  'regle-ecartee',
  'regle-reprise',
  'session-commune',
  'session-seule',
  'session-rejointe',
  'dates-communes',
  'dossier-fusionne',
  'dossier-transfere',
]

/** What has just been done, said by the address. */
export function Done() {
  const { t } = useTranslation('dispositifs')
  const done = useDone()
  if (!done || !SAID.includes(done)) return null
  return (
    <p className="notice ok" role="status">
      {t(`done.${done}`)}
    </p>
  )
}
