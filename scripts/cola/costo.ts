/** What a queue costs a report: the time between one and the next, by one thread of a batch of its own and by one worker of a queue. */
import { loadavg } from 'node:os'
import type { Vivo } from './obrero-vivo.js'
import type { Hallado, Taller } from './taller.js'

/** The first ones warm the program up. */
const FRIOS = 5

export async function costo({ libros, obrero, lote, sinCola, resumenDe }: Taller): Promise<Hallado> {
  const solo = sinCola('libros', 'solo')
  const deSolo = terminados(solo)
  if ((await solo.fin) !== 0) throw new Error(solo.dicho())
  const suyo = obrero()
  await suyo.diga('Se atiende')
  const deCola = terminados(suyo)
  const pedido = lote('por-cola')
  if ((await pedido.fin) !== 0) throw new Error(pedido.dicho())
  const [uno, otro] = [entreUnoYOtro(deSolo, 'solo'), entreUnoYOtro(deCola, 'por-cola')]
  return {
    'carga al terminar': loadavg()[0]?.toFixed(1) ?? '',
    'ms de hacer un informe, sin cola y con ella': `${Math.round(uno.hacer)} y ${Math.round(otro.hacer)}`,
    'ms entre acabar uno y empezar otro, sin cola y con ella': `${uno.entre.toFixed(1)} y ${otro.entre.toFixed(1)}`,
    'lo que agrega la cola, en % de hacer un informe': (((otro.entre - uno.entre) * 100) / otro.hacer).toFixed(2),
  }

  /** Means over the reports of a run, of what making one took by its own account, and of what went by besides. */
  function entreUnoYOtro(cuando: readonly number[], salida: string): { readonly hacer: number; readonly entre: number } {
    const ms = resumenDe(salida).libros.map((fila) => fila.ms ?? 0)
    const cuantos = libros - FRIOS
    const hacer = ms.slice(FRIOS).reduce((suma, uno) => suma + uno, 0)
    const paso = (cuando[libros - 1] ?? Number.NaN) - (cuando[FRIOS - 1] ?? Number.NaN)
    return { hacer: hacer / cuantos, entre: (paso - hacer) / cuantos }
  }
}

/** When each report was told as done, in milliseconds; it grows as they are. By one thread they are done in their order. */
function terminados({ proceso }: Vivo): readonly number[] {
  const cuando: number[] = []
  proceso.stdout?.on('data', (trozo) => {
    for (const _ of String(trozo).matchAll(/: hecho en /gu)) cuando.push(performance.now())
  })
  return cuando
}
