/** Says who proposed a call to the others: the number of its network, then what nobody guesses. */
export const sharedKey = (networkId: number, random: string): string => `${networkId}.${random}`

export const leadOf = (key: string): number => Number(key.split('.')[0])
