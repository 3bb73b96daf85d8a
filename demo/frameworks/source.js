/** Shows the file that an element names in `data-source`. */
for (const element of document.querySelectorAll('[data-source]')) {
  const response = await fetch(element.dataset.source);
  element.textContent = await response.text();
}
