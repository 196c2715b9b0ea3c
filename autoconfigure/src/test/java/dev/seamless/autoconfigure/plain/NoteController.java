package dev.seamless.autoconfigure.plain;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NoteController {

    @GetMapping("/note")
    public Note note() {
        Note note = new Note();
        note.text = "plain";
        return note;
    }
}
