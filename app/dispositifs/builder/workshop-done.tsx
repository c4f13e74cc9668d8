import { useTranslation } from 'react-i18next'
import { useDone } from '../../ui/use-done.ts'

const SAID = ['retire', 'ajoute', 'retenu', 'publie', 'abandonne', 'ouvert', 'complete', 'session']

/** What has just been done in the workshop of a dispositif. */
export function WorkshopDone() {
  const { t } = useTranslation('dispositifs')
  const done = useDone()
  if (!done || !SAID.includes(done)) return null
  return (
    <p className="notice ok" role="status">
      {t(`papers.builder.done.${done}`)}
    </p>
  )
}
