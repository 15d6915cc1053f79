/**
 * The page's only script: buttons that copy a text and say so. Without it they are not shown, and the text can be selected with a click.
 * Browsers that keep the clipboard from pages on a disk still copy what is selected.
 */
export const GUION = `
const aviso = document.getElementById('aviso')
for (const boton of document.querySelectorAll('button[data-copia]')) {
  boton.hidden = false
  boton.addEventListener('click', async () => {
    const texto = document.getElementById(boton.dataset.copia)
    const copiado = await copiar(texto)
    aviso.textContent = copiado ? 'Copiado: ' + boton.dataset.que + '.' : 'No se pudo copiar: el texto quedó seleccionado; cópielo con el teclado.'
    boton.dataset.hecho = copiado
    setTimeout(() => { aviso.textContent = ''; delete boton.dataset.hecho }, 4000)
  })
}
async function copiar(nodo) {
  try {
    await navigator.clipboard.writeText(nodo.textContent)
    return true
  } catch {
    getSelection().selectAllChildren(nodo)
    return document.execCommand('copy')
  }
}
`
