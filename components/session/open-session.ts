// Opens a session: documents, connection, undo and index put together.

import * as Y from "yjs";
import type { Labelling } from "#domain/annotation/annotation.ts";
import {
  type AnnotationIndex,
  openIndex,
  type Placed,
} from "#domain/annotation/annotation-index.ts";
import { carryOver } from "#domain/annotation/renewed-layer.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import { type Person, ROLES, type Role } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Visibility } from "#domain/space.ts";
import type { Lock } from "#domain/talk/article-state.ts";
import { type Place, type RoomUpdate, SCHEME_ROOM } from "#domain/wire.ts";
import { AnnotationList } from "./annotation-list.ts";
import { SessionNews } from "./article-news.ts";
import type { ArticleSession, Carried, Marked, MarkRefusal } from "./article-session.ts";
import { SessionTalk } from "./article-talk.ts";
import { BrowserCopy } from "./browser-copy.ts";
import { Connection, type ConnectionEvents, type SocketSource } from "./connection.ts";
import { openHistory } from "./layer-history.ts";
import { LayerOutbox } from "./layer-outbox.ts";
import { MovedPlaces } from "./moved-places.ts";
import { OwnAnnotations } from "./own-annotations.ts";
import { Participants } from "./participants.ts";
import { SavingWatch } from "./saving-watch.ts";
import { SessionRooms } from "./session-rooms.ts";
import { type Readable, Store } from "./store.ts";
import { tellMoves } from "./tell-moves.ts";
import { writeWork } from "./unsaved-work.ts";

export type SessionOptions = {
  readonly articleId: string;
  readonly me: Person;
  readonly role: Role;
  /** The scheme as the page knows it; a newer one comes over the connection. */
  readonly scheme: Scheme;
  /** The same; "open" when absent. */
  readonly visibility?: Visibility;
  /** Whether the page knows the article as archived; false when absent. */
  readonly archived?: boolean;
  readonly source?: SocketSource;
  /** What the session before hands over; its layer takes the place of what this browser keeps. */
  readonly carried?: Carried | null;
};

/** Opens the article for `me`; the connection follows once this browser's own copy is read. */
export function openArticleSession(options: SessionOptions): ArticleSession {
  return new OpenSession(options);
}

class OpenSession implements ArticleSession {
  readonly articleId: string;
  readonly me: Person;
  readonly role: Role;
  readonly article = new Y.Doc();
  readonly index: AnnotationIndex;
  readonly annotations: Readable<readonly Placed[]>;
  readonly lock = new Store<Lock | null>(null);
  readonly scheme: Store<Scheme>;
  readonly loaded = new Store(false);
  readonly renewed = new Store(false);
  readonly place: Store<Place>;
  readonly canUndo = new Store(false);
  readonly canRedo = new Store(false);
  readonly talk: SessionTalk;
  readonly news: SessionNews;
  readonly #layer = new Y.Doc();
  readonly #own: OwnAnnotations;
  readonly #list: AnnotationList;
  readonly #moved: MovedPlaces;
  readonly #rooms: SessionRooms;
  readonly #connection: Connection;
  readonly #outbox: LayerOutbox;
  readonly #saving: SavingWatch;
  readonly #people: Participants;
  readonly #copies: BrowserCopy[] = [];
  readonly #history: Y.UndoManager;
  /** My layer as it was begun anew on the server. */
  #anew: Uint8Array | null = null;

  constructor(options: SessionOptions) {
    const { articleId, me, role, scheme, visibility = "open", source, carried = null } = options;
    this.articleId = articleId;
    this.me = me;
    this.role = role;
    this.place = new Store({ role, archived: options.archived ?? false });
    this.scheme = new Store(scheme);
    this.index = openIndex(this.article);
    this.#list = new AnnotationList(this.index);
    this.annotations = this.#list.all;
    const beginStep = (): void => this.#history.stopCapturing();
    const mayMark = this.#mayWrite("annotator");
    const own = { layer: this.#layer, me: me.id, beginStep };
    this.#own = new OwnAnnotations({ ...own, index: this.index, mayMark });
    this.talk = new SessionTalk({ ...own, maySpeak: mayMark });
    this.news = new SessionNews(me.id);
    this.#moved = new MovedPlaces({
      index: this.index,
      isStored: () => this.#connection.isOpen && this.#connection.isArticleStored,
      tell: (moves) => tellMoves(articleId, moves),
    });
    this.#rooms = new SessionRooms(visibility, {
      ...{ me: me.id, layer: this.#layer, index: this.index },
      ...{ talk: this.talk, news: this.news, moved: this.#moved, people: () => this.#people },
      greet: () => this.#connection.greet(),
      onState: () => this.#onState(),
      onRenewed: this.#endFor,
    });
    this.#connection = this.#connect(source);
    this.#outbox = new LayerOutbox(this.#layer, {
      send: this.#connection.send,
      greet: this.#connection.greet,
      onChange: () => this.#saving.judge(),
    });
    this.#saving = new SavingWatch({
      ...{ outbox: this.#outbox, connection: this.#connection, lock: this.lock },
      edits: this.#mayWrite("editor"),
      isKept: () => this.#copies.every((copy) => copy.isKept),
    });
    this.#people = new Participants(me.id, this.#connection.provider.awareness, this.index);
    this.#history = openHistory(this.#layer, this);
    if (carried) this.#takeOver(carried);
    void this.#begin(carried !== null);
  }

  get saving() {
    return this.#saving.saving;
  }

  get visibility() {
    return this.#rooms.visibility;
  }

  get participants() {
    return this.#people.list;
  }

  mark(range: TextRange, labelling: Labelling): Marked {
    return this.#own.mark(range, labelling);
  }

  markAll(ranges: readonly TextRange[], labelling: Labelling): readonly string[] {
    return this.#own.markAll(ranges, labelling);
  }

  relabel(ref: string, labelling: Labelling): void {
    this.#own.relabel(ref, labelling);
  }

  relabelAll(refs: readonly string[], labelling: Labelling): void {
    this.#own.relabelAll(refs, labelling);
  }

  move(ref: string, range: TextRange, goesOn = false): MarkRefusal | null {
    return this.#own.move(ref, range, goesOn);
  }

  setNote(ref: string, note: string): void {
    this.#own.setNote(ref, note);
  }

  setAttribute(ref: string, attribute: string, value: string): void {
    this.#own.setAttribute(ref, attribute, value);
  }

  remove(ref: string): void {
    this.#own.remove(ref);
  }

  removeAll(refs: readonly string[]): void {
    this.#own.removeAll(refs);
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  unsavedWork(): string {
    const text = this.#mayWrite("editor") ? this.index.text.text : null;
    const { articleId, me } = this;
    return writeWork({ articleId, layer: this.#layer, owner: me.id, text });
  }

  reconnect(): void {
    this.#saving.onReconnect();
    this.#connection.connect();
  }

  carryOver(): Carried {
    const layer = new Y.Doc();
    if (this.#anew) {
      Y.applyUpdate(layer, this.#anew);
      carryOver(this.#layer, layer);
    }
    const kept = this.#anew ? layer : this.#layer;
    return { layer: Y.encodeStateAsUpdate(kept), article: Y.encodeStateAsUpdate(this.article) };
  }

  expectEdit = (at: number): void => this.#moved.expectEdit(at);

  showSelection(range: TextRange | null): void {
    this.#people.showSelection(range);
  }

  showWriting(ref: string | null): void {
    this.#people.showWriting(ref);
  }

  destroy(): void {
    this.#list.destroy();
    this.#saving.destroy();
    this.#people.destroy();
    this.#moved.destroy();
    this.#outbox.destroy();
    this.#connection.destroy();
    this.#history.destroy();
    this.index.destroy();
    this.#rooms.destroy();
    this.article.destroy();
  }

  #takeOver({ layer, article }: Carried): void {
    Y.applyUpdate(this.#layer, layer);
    // the text of an editor who is none any more may hold what the server does not take
    if (this.#mayWrite("editor")) Y.applyUpdate(this.article, article);
  }

  async #begin(isAnew: boolean): Promise<void> {
    this.#keep("layer", this.#layer, isAnew);
    if (this.#mayWrite("editor")) this.#keep("article", this.article);
    await Promise.all(this.#copies.map(({ opened }) => opened));
    if (this.index.text.blocks.length > 0) this.loaded.set(true);
    if (!this.article.isDestroyed) this.#connection.connect();
  }

  #keep(what: "layer" | "article", doc: Y.Doc, isAnew = false): void {
    const name = `postil/${this.articleId}/${what}/${this.me.id}`;
    this.#copies.push(new BrowserCopy({ name, doc, isAnew, onChange: () => this.#saving.judge() }));
  }

  /** What comes next was written for another document than the one that is here. */
  readonly #endFor = ({ room, update }: RoomUpdate): void => {
    if (room === this.me.id) this.#anew = update;
    this.#connection.hangUp();
    this.renewed.set(true);
  };

  readonly #onPlace = (place: Place): void => {
    const { role, archived } = this.place.get();
    if (place.role !== role || place.archived !== archived) this.place.set(place);
  };

  #onState(): void {
    const [was, is] = [this.lock.get(), this.#rooms.lock];
    if (was?.at !== is?.at) this.lock.set(is);
    if (was && !is && this.#connection.articleWaits > 0) this.#connection.reconnect();
    this.#saving.judge();
  }

  #mayWrite(least: Role): boolean {
    return ROLES.indexOf(this.role) >= ROLES.indexOf(least);
  }

  #connect(source: SocketSource | undefined): Connection {
    const events: ConnectionEvents = {
      held: () => new Map([...this.#rooms.held, [SCHEME_ROOM, this.scheme.get().version]]),
      onPeople: (people) => this.#people.learn(people),
      onRoom: this.#rooms.onRoom,
      onExcerpt: this.#rooms.onExcerpt,
      onForget: this.#rooms.onForget,
      onSight: this.#rooms.onSight,
      onPlace: this.#onPlace,
      onScheme: (scheme) => this.scheme.set(scheme),
      onReady: (stateVector) => {
        this.#rooms.complete();
        this.news.complete();
        this.#outbox.onReady(stateVector);
      },
      onAnswer: (request, answer) => this.#outbox.onAnswer(request, answer),
      onSynced: () => this.loaded.set(true),
      onDisconnect: () => {
        this.#outbox.onDisconnect();
        this.#saving.onDisconnect();
      },
      onClosed: (code) => this.#saving.onClosed(code),
      onChange: () => {
        this.#moved.onStored();
        this.#saving.judge();
      },
    };
    return new Connection(this.articleId, this.article, events, source);
  }
}
