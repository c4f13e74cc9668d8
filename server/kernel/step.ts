/** Says what is being done and how long it took, one line a step; on a terminal the line is there from the beginning. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  if (process.stderr.isTTY) process.stderr.write(`${name}…`)
  try {
    const result = await work()
    const seconds = ((Date.now() - began) / 1000).toFixed(1).replace('.', ',')
    process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${name} : ${seconds} s\n`)
    return result
  } catch (error) {
    // What went wrong is said on a line of its own.
    if (process.stderr.isTTY) process.stderr.write('\n')
    throw error
  }
}
