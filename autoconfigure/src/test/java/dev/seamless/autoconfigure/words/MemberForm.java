package dev.seamless.autoconfigure.words;

import dev.seamless.Renamed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** A form, bound by its setters. */
public class MemberForm {

    @Renamed(id = "member-bio", from = "bio")
    @NotNull
    @Size(max = 3)
    private String description;

    @Renamed(id = "member-years", from = "years")
    private int age;

    @Valid
    private List<MemberForm> others = new ArrayList<>();

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public int getAge() {
        return age;
    }

    public void setAge(int age) {
        this.age = age;
    }

    public List<MemberForm> getOthers() {
        return others;
    }

    public void setOthers(List<MemberForm> others) {
        this.others = others;
    }
}
