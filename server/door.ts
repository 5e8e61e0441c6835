/** Whether a server takes newcomers. It closes once, when the server is about to stop. */
export class Door {
  #open = true;

  get isOpen(): boolean {
    return this.#open;
  }

  close(): void {
    this.#open = false;
  }
}
