// The names by which a computer calls itself, and which lead nobody else to it.

/** Whether a host name, as `location.hostname` has it, means the computer it is opened on. */
export function isOwnComputer(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
