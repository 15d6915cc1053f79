/** Exit codes, as the help prints them. */
export const EXIT = { done: 0, other: 1, usage: 2, invalidInput: 3, cannotWrite: 4, findings: 5, interrupted: 130 } as const
