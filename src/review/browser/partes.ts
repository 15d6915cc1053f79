/** Shows a page that came in place of the one on screen: only its parts, so that what somebody typed, opened or reached stays. */

/** The parts that another page of ours brings anew. */
const PARTES = ['estado', 'navegacion', 'mensajes', 'contenido'] as const
const porId = (id: string) => document.getElementById(id)

export function mostrarPagina(pagina: string, direccion: string): void {
  const nueva = new DOMParser().parseFromString(pagina, 'text/html')
  const foco = caminoA(document.activeElement)
  const abiertos = [...document.querySelectorAll('details[open]')].map(({ className }) => className)
  const escrito = loEscrito()
  for (const parte of PARTES) porId(parte)?.replaceChildren(...(nueva.getElementById(parte)?.childNodes ?? []))
  const [h1, titulo] = [document.querySelector('h1'), nueva.querySelector('h1')]
  if (h1 !== null && titulo !== null) h1.textContent = titulo.textContent
  document.title = nueva.title
  const limpia = new URL(direccion)
  limpia.searchParams.delete('recado')
  const otra = limpia.pathname + limpia.search !== location.pathname + location.search
  history.replaceState(null, '', limpia)
  for (const suyo of document.querySelectorAll('details')) if (abiertos.includes(suyo.className)) suyo.open = true
  for (const [camino, valor] of escrito) reponer(camino, valor)
  const elegido = foco === '' ? null : document.querySelector(foco)
  if (elegido instanceof HTMLElement) elegido.focus({ preventScroll: true })
  if (otra && limpia.hash !== '') porId(limpia.hash.slice(1))?.scrollIntoView()
  recordarNombre()
}

/** Who reviews types their name once. */
export function recordarNombre(): void {
  const nombre = localStorage.getItem('quien') ?? ''
  for (const campo of document.querySelectorAll<HTMLInputElement>('input[name=quien]')) if (campo.value === '') campo.value = nombre
}

/** How to find a control again in a page made anew: by its id, or by what its form or its link says. */
function caminoA(elemento: Element | null): string {
  if (elemento === null || elemento === document.body) return ''
  if (elemento.id !== '') return `#${CSS.escape(elemento.id)}`
  const atributo = ['value', 'href'].find((nombre) => elemento.hasAttribute(nombre))
  return atributo === undefined ? '' : `${elemento.localName}[${atributo}="${CSS.escape(elemento.getAttribute(atributo) ?? '')}"]`
}

/** Names that somebody typed and has not sent. Notes and marks are of the changes that they were made on, and go with them. */
function loEscrito(): readonly (readonly [string, string])[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=quien]')].map((campo) => [caminoA(campo), campo.value] as const)
}

function reponer(camino: string, valor: string): void {
  const campo = camino === '' ? null : document.querySelector(camino)
  if (campo instanceof HTMLInputElement && valor !== '') campo.value = valor
}
