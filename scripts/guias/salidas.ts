import { EXIT } from '../../src/cli/exit.js'
import { tabla } from './marcas.js'

const SIGNIFICADO: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'hecho',
  other: 'falló algo dentro del programa; repita la orden con `--depurar`',
  usage: 'la orden está mal escrita',
  invalidInput:
    'el libro, una plantilla o el tema tienen errores, o un documento no se puede leer; no se escribió nada (en `lote`, de esos libros)',
  cannotWrite: 'no se pudo escribir, y lo que había antes sigue igual; o no se pudo usar la cola de `lote` y `obrero`',
  findings:
    'hay hallazgos: de `auditar` y `verificar`, o de `generar --estricto`, que no escribió nada; en `incorporar`, cambios que quedaron por fuera del libro; en `comprobar`, un informe que no está como se generó',
  interrupted: 'se interrumpió con Ctrl+C; lo que había antes sigue igual (en `lote`, lo que alcanzó a hacer quedó)',
}

/** Exit codes and what each means. */
export function salidas(): string {
  const codigos = Object.entries(EXIT) as [keyof typeof EXIT, number][]
  return tabla(
    ['código', 'qué pasó'],
    codigos.toSorted(([, a], [, b]) => a - b).map(([nombre, numero]) => [String(numero), SIGNIFICADO[nombre]]),
  )
}
