import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Page = { head: { here: string }; toRead: number; unchecked: number }

/** Some files were not checked yet: they wait, unless they are asked for. */
export function WhichFiles({ page }: { page: Page }) {
  const { t } = useTranslation('dispositifs')
  return (
    <fieldset className="notice stack">
      <legend className="sr-only">{t('jury.instruction.which')}</legend>
      <p>
        {t('jury.instruction.unchecked', { count: page.unchecked })}{' '}
        <Link to={`${page.head.here}?etat=submitted`}>{t('jury.instruction.seeUnchecked')}</Link>
      </p>
      <label className="check">
        <input type="radio" name="quels" value="complets" defaultChecked />
        <span>{t('jury.instruction.onlyChecked', { count: page.toRead - page.unchecked })}</span>
      </label>
      <label className="check">
        <input type="radio" name="quels" value="tous" />
        <span>{t('jury.instruction.all', { count: page.toRead })}</span>
      </label>
    </fieldset>
  )
}
