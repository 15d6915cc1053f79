// Loaded before a program that is measured (scripts/bench): at its end it writes its peak memory, threads included, in kilobytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const target = process.env.INFORME_PICO
if (isMainThread && target !== undefined) process.on('exit', () => writeFileSync(target, String(peak())))

function peak() {
  // Elsewhere `maxRSS` does; on Linux it begins at what the parent held when it started this process.
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))[1])
}
