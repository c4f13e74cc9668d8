import { useTranslation } from 'react-i18next'
import { useDone } from '../../ui/use-done.ts'

const SAID = ['partage', 'retire', 'pris', 'en-vigueur', 'ecarte']

export function TemplateDone() {
  const { t } = useTranslation('dispositifs')
  const done = useDone()
  if (!done || !SAID.includes(done)) return null
  return (
    <p className="notice ok" role="status">
      {t(`templates.done.${done}`)}
    </p>
  )
}
