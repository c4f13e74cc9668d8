import { useTranslation } from 'react-i18next'

/** What tells a person from a program: when the form was opened, and a field that nobody sees. */
export function PersonCheck({ opened }: { opened: string }) {
  const { t } = useTranslation('space')
  return (
    <>
      <input type="hidden" name="ouvert" value={opened} />
      <div className="sr-only" aria-hidden="true">
        <label>
          {t('trap')}
          <input name="complement" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
    </>
  )
}
