import { useTranslation } from 'react-i18next'
import { useHydrated } from '../../ui/use-hydrated.ts'

/** Shown once, to be printed or copied where one keeps papers. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation('identity')
  const hydrated = useHydrated()
  return (
    <section className="card stack" aria-labelledby="codes-nouveaux">
      <h3 id="codes-nouveaux">{t('codes.newTitle')}</h3>
      <p>{t('codes.newText')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {hydrated ? (
        <button className="btn" type="button" onClick={() => window.print()}>
          {t('codes.print')}
        </button>
      ) : null}
    </section>
  )
}
