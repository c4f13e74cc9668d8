import { DatabaseError } from './database-error.ts'

const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]
const SILENT = /timeout expired|terminated|received invalid response/i

/** Why a database given by URL cannot be reached, in one sentence that names the variable. */
export function connectionRefusal(variable: string, url: string, error: Error): DatabaseError {
  const { hostname, port, pathname, username } = new URL(url)
  const { code } = error as { code?: string }
  const where = `${hostname}:${port || 5432}`
  if (code === '28P01' || (code === '28000' && !/pg_hba|encryption|SSL/i.test(error.message))) {
    return new DatabaseError(`${variable}: ${where} refuses the user ${username} or its password`)
  }
  if (code === '3D000') {
    return new DatabaseError(
      `${variable}: there is no database ${pathname.slice(1)} on ${where}: create it first`,
    )
  }
  if (UNREACHABLE.includes(code ?? '') || SILENT.test(error.message)) {
    return new DatabaseError(
      `${variable}: no PostgreSQL answers at ${where} (${code ?? error.message}): check the address and that it runs`,
    )
  }
  return new DatabaseError(`${variable}: ${where} refuses the connection (${error.message})`)
}
