/**
 * What a sentence put together needs in French. A space stands before « : ; ? ! » and inside guillemets, and
 * none of them may begin a line; « de » before a vowel is « d’ », where what follows was put there: a name keeps its own.
 */
export function inFrench(text: string, put: object = {}): string {
  const spaced = text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0')
  return Object.values(put)
    .filter((value) => typeof value === 'string' && /^[aeiouàâéèêîôœ]/i.test(value))
    .reduce(
      (said, value) =>
        said.replaceAll(` de ${value}`, ` d’${value}`).replaceAll(` De ${value}`, ` D’${value}`),
      ` ${spaced}`,
    )
    .slice(1)
}
